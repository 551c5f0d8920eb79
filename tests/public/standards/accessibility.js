// The rules of standards §9 that a machine can tell. Each yields a sentence for what breaks it on the page that is open.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const seen = (element) => element.checkVisibility() && !element.closest(".skip, .unseen");
  const words = (element) => (element?.textContent ?? "").trim();
  const named = (element) =>
    element.getAttribute("aria-label") ||
    (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => words(document.getElementById(id))).join(" ").trim();
  const short = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 90);
  const say = (elements, sentence) => elements.map((element) => `${sentence}: ${short(element)}`);
  const TARGETS = "a[href], button, input:not([type=hidden]), select, summary, textarea";

  const apart = (one, other) => {  // the circle of 24 pixels around one, and another's box
    const [x, y] = [one.x + one.width / 2, one.y + one.height / 2];
    const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) >= 12;
  };
  const inSentence = (element) => {
    const line = element.closest("p, li, dd, blockquote, td, span.quiet");
    return getComputedStyle(element).display === "inline" && line && words(line).length > words(element).length;
  };

  return {
    language() {  // 3.1.1, 3.1.2
      const said = document.documentElement.lang, meant = location.pathname.startsWith("/en/") ? "en" : "es";
      const wrong = all("[lang]").filter((element) => !/^[a-z]{2}$/.test(element.lang));
      return [...(said === meant ? [] : [`lang is ${said}`]), ...say(wrong, "not a language")];
    },
    headings() {  // 1.3.1, 2.4.6
      const levels = all("h1, h2, h3, h4, h5, h6").filter((element) => element.checkVisibility());
      const skips = levels.filter((element, at) => at && +element.tagName[1] > +levels[at - 1].tagName[1] + 1);
      const ones = all("h1").length;
      return [...(ones === 1 ? [] : [`${ones} h1`]), ...say(skips, "skips a level"), ...say(levels.filter((each) => !words(each)), "empty")];
    },
    landmarks() {  // 1.3.1, 2.4.1
      const top = "body > header, body > main, body > footer";
      const missing = ["header", "main", "footer"].filter((tag) => all(`body > ${tag}`).length !== 1);
      const outside = [...document.body.children].filter((element) => !element.matches(`${top}, .skip`) && seen(element));
      const navs = all("nav").filter(seen), names = navs.map(named);
      const alike = navs.filter((nav, at) => !names[at] || names.indexOf(names[at]) !== at);
      return [...missing.map((tag) => `not one ${tag}`), ...say(outside, "in no landmark"), ...say(alike, "no name of its own")];
    },
    labels() {  // 1.3.1, 3.3.2, 4.1.2
      const fields = all("input:not([type=hidden]), select, textarea");
      const bare = fields.filter((field) => ![...field.labels].some(words) && !named(field));
      const groups = all("fieldset").filter((group) => !words(group.querySelector("legend")));
      return [...say(bare, "no label"), ...say(groups, "no legend"), ...say(all("button, a[href], summary").filter((each) => !words(each) && !named(each) && !each.querySelector("img[alt]:not([alt=''])")), "no name")];
    },
    images() {  // 1.1.1
      const drawn = all("svg").filter((svg) => svg.getAttribute("aria-hidden") !== "true" && !(svg.getAttribute("role") === "img" && named(svg)));
      return [...say(all("img:not([alt])"), "no alternative"), ...say(drawn, "a drawing without words")];
    },
    tables() {  // 1.3.1: tables, and the participants by delegation
      const bare = all("table").filter((table) => !table.querySelector("th[scope=col]") || !(words(table.caption) || named(table) || table.closest("figure, .body")));
      const rows = all(".participants .delegation dl > *").filter((row) => !words(row.querySelector("dt")) || !row.querySelector("dd"));
      const groups = all(".participants:not(.appointed) .delegation").filter((group) => !words(group.querySelector("h3")));
      return [...say(bare, "no header or name"), ...say(rows, "a participant without a name"), ...say(groups, "a delegation without a name")];
    },
    targets() {  // 2.5.8
      const found = all(TARGETS).filter(seen), boxes = new Map(found.map((each) => [each, each.getBoundingClientRect()]));
      const small = found.filter((each) => boxes.get(each).width < 24 || boxes.get(each).height < 24);
      const crowded = small.filter((each) => !inSentence(each) && found.some((other) => other !== each && !apart(boxes.get(each), boxes.get(other))));
      return say(crowded, "smaller than 24 pixels");
    },
    reflow() {  // 1.4.10, 1.4.4
      const wide = document.documentElement.scrollWidth - innerWidth;
      const cut = all("main *, header *, footer *").filter((each) => seen(each) && /hidden|clip/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth + 1 && !each.matches("input, select, svg, svg *"));
      return [...(wide > 0 ? [`${wide} pixels too wide`] : []), ...say(cut, "cut off")];
    },
    status() {  // 4.1.3: what a filter found is said
      const said = all("main [role=status]").filter(words);
      return document.querySelector(".results") && said.length !== 1 ? [`${said.length} status messages`] : [];
    },
    errors() {  // 3.3.1: in words that name the field, tied to it
      const fields = all("[aria-invalid=true]"), told = all("[role=alert]").filter(words);
      const mute = fields.filter((field) => !words(document.getElementById(field.getAttribute("aria-describedby"))).includes(words(field.labels[0])));
      return [...say(mute, "an error in no words"), ...(told.length && !fields.length ? ["an error of no field"] : []), ...(fields.length && !told.length ? ["not announced"] : [])];
    },
    skip() {  // 2.4.1
      const first = all("a[href], button, input, select")[0], to = document.getElementById(first?.hash?.slice(1));
      return first?.matches(".skip") && to?.matches("main[tabindex='-1']") ? [] : ["the first stop does not lead to the content"];
    },
  };
})()
