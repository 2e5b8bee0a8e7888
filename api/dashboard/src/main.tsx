import { render } from "preact";
import { find } from "./app/routes.ts";
import { Shell } from "./app/shell.tsx";
import { follow } from "./data/address.ts";

follow((path) => find(path) !== undefined);
// On paper, nothing can be opened: what is folded is printed open, and folded again after. What is
// fetched when it is opened would come too late, and is left out (`styles/_print.scss`).
let folded: HTMLDetailsElement[] = [];
window.addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")].filter(
    (one) => one.querySelector(":scope > :not(summary)")?.textContent,
  );
  for (const one of folded) one.open = true;
});
window.addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});

const place = document.getElementById("app");
if (place) render(<Shell />, place);
