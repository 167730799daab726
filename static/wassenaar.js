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

// A key that was not used after all: say so, where allauth would only tell the console.
document.addEventListener("allauth.error", (gebeurtenis) => {
  const vak = document.querySelector("[data-sleutel-mislukt]");
  if (!vak) return;
  gebeurtenis.preventDefault();
  vak.hidden = false;
});

// A button that prints the page; without this file the page says which keys do.
for (const knop of document.querySelectorAll("[data-afdrukken]")) {
  knop.hidden = false;
  knop.addEventListener("click", () => window.print());
}

// A list to choose from: how many are chosen and what they are together, and one button that lets them go. The button
// that follows the suggestions names how many of them have one.
const gekozen = document.querySelector("[data-gekozen]");
if (gekozen) {
  const vakjes = [...document.querySelectorAll("input[data-cent]")];
  const wis = document.querySelector("[data-wis-keuze]");
  const volgens = document.querySelector("button[name=doe][value=voorstel] .nl-button__label");
  const uitleg = gekozen.textContent;
  const inEuro = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2 });
  const tel = () => {
    const aan = vakjes.filter((vakje) => vakje.checked);
    const cent = aan.reduce((som, vakje) => som + Number(vakje.dataset.cent), 0);
    const teken = cent < 0 ? "\u2212" : "";
    const samen = `${aan.length} gekozen, samen ${teken}${inEuro.format(Math.abs(cent) / 100)} euro`;
    gekozen.textContent = aan.length ? samen : uitleg;
    wis.hidden = !aan.length;
    const met = aan.filter((vakje) => "voorstel" in vakje.dataset).length;
    volgens.textContent = met ? `Koppel ${met} volgens voorstel` : "Koppel volgens voorstel";
    for (const vakje of vakjes) vakje.closest("tr").classList.toggle("wi-rij--gekozen", vakje.checked);
  };
  for (const vakje of vakjes) vakje.addEventListener("change", tel);
  wis.addEventListener("click", () => {
    for (const vakje of vakjes) vakje.checked = false;
    vakjes[0].focus();
    tel();
  });
  // What the browser remembered of the choice, also after going back to this page.
  window.addEventListener("pageshow", tel);
  tel();
}

// The warning before a session ends, by the clock (a laptop that slept counts too), and together with other tabs.
const tijdslot = document.querySelector("[data-tijdslot]");
if (tijdslot) {
  const kop = tijdslot.querySelector("[data-kop]");
  const zin = tijdslot.querySelector("[data-zin]");
  const formulier = tijdslot.querySelector("form");
  const waarschuw = Number(tijdslot.dataset.waarschuw) * 1000;
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("wi-tijdslot") : null;
  let einde = 0;
  let vorige = null;
  const verleng = ({ stil, langst }) => {
    einde = Date.now() + Math.min(stil, langst) * 1000;
    tabs?.postMessage(einde);
  };
  const verberg = () => {
    if (!tijdslot.hidden) vorige?.focus();
    tijdslot.hidden = true;
  };
  const toon = () => {
    if (!tijdslot.hidden) return;
    vorige = document.activeElement;
    tijdslot.hidden = false;
    kop.focus();
  };
  const kijk = () => {
    const over = einde - Date.now();
    if (over > waarschuw) verberg();
    else toon();
    if (over > 0) return;
    // Nothing to lose on this page: leave it, so that nobody reads on where somebody walked away.
    if (!document.querySelector("main form[method=post]")) return location.assign(location.pathname);
    clearInterval(klok);
    kop.textContent = "U bent uitgelogd";
    zin.textContent = "Wat u typte, staat nog op deze pagina. Verstuur het: dan bewaren wij het en kunt u weer inloggen.";
    formulier.hidden = true;
  };
  tijdslot.hidden = true;
  tijdslot.classList.add("wi-tijdslot--script");
  verleng({ stil: Number(tijdslot.dataset.stil), langst: Number(tijdslot.dataset.langst) });
  const klok = setInterval(kijk, 5000);
  tabs?.addEventListener("message", ({ data }) => {
    einde = Math.max(einde, data);
    kijk();
  });
  formulier.addEventListener("submit", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    try {
      const antwoord = await fetch(formulier.action, {
        method: "POST",
        body: new FormData(formulier),
        headers: { Accept: "application/json" },
      });
      const nog = await antwoord.json();
      verleng(nog);
      kijk();
      if (nog.langst * 1000 <= waarschuw) {
        zin.textContent = "Langer achter elkaar ingelogd blijven kan niet. Verstuur wat u typte, of log daarna opnieuw in.";
        formulier.hidden = true;
      }
    } catch {
      // No answer, or one of who is signed out: a new tab shows which, and this page stays.
      formulier.submit();
    }
  });
}
