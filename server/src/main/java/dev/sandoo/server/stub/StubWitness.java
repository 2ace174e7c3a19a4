package dev.sandoo.server.stub;

/** Is told which stub answers the call that runs in this thread. */
@FunctionalInterface
public interface StubWitness {
    void answers(String stub);
}
