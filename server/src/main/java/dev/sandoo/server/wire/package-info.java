/** What the edges share: bytes of text. Each dialect has a package of its own below this one and knows no other. */
package dev.sandoo.server.wire;
