// Without this script the key can be selected and copied by hand; the button is shown only to those who can use it.
"use strict";
for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
        const source = document.getElementById(button.dataset.copy);
        const told = document.getElementById("copied");
        try {
            await navigator.clipboard.writeText(source.textContent);
            told.textContent = "Copied.";
        } catch (refused) {
            getSelection().selectAllChildren(source);
            told.textContent = "Selected: copy it with your keyboard.";
        }
    });
}
