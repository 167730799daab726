// Comfort only: every page works without this file.
"use strict";

// After a failed save the summary of the errors gets the focus, so that it is heard and seen first.
document.querySelector(".wi-foutsamenvatting")?.focus();

// A folded-out menu closes by Escape, and by a click beside it.
const menus = document.querySelectorAll("details.wi-gebruiker, details.wi-menu");
document.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key !== "Escape") return;
  for (const menu of menus) {
    if (menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});
document.addEventListener("click", (gebeurtenis) => {
  for (const menu of menus) {
    if (menu.open && !menu.contains(gebeurtenis.target)) menu.open = false;
  }
});

// A button that prints the page; without this file the page says which keys do.
for (const knop of document.querySelectorAll("[data-afdrukken]")) {
  knop.hidden = false;
  knop.addEventListener("click", () => window.print());
}
