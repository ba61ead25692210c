// What a page of the site is asked: its width, its links, pictures that did not load, and the least readable text in
// each color scheme. Null until the page is loaded.
(() => {
  if (document.readyState !== "complete") return null;
  const numbers = (color) => (color.match(/[\d.]+/g) || []).map(Number);
  const over = (top, below) => {
    const alpha = top.length > 3 ? top[3] : 1;
    return [0, 1, 2].map((each) => top[each] * alpha + below[each] * (1 - alpha));
  };
  // relative luminance, as WCAG 2.2 defines it
  const luminance = (color) => {
    const [red, green, blue] = color.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    const own = numbers(getComputedStyle(element).backgroundColor);
    return own.length > 3 && own[3] === 0 ? ground(element.parentElement) : over(own, ground(element.parentElement));
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const faintest = () => {
    let worst = [99, ""];
    const texts = document.createTreeWalker(document.querySelector(".main"), NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || seen.has(element) || !isShown(element)) continue;
      if (element.closest(".headerlink, .visually-hidden")) continue; // shown under the pointer, or never
      seen.add(element);
      const below = ground(element);
      const color = over(numbers(getComputedStyle(element).color), below);
      const [dark, light] = [luminance(color), luminance(below)].sort((one, other) => one - other);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < worst[0]) worst = [contrast, `${element.outerHTML.slice(0, 80)}`];
    }
    return worst;
  };
  const scrolls = (element) =>
    element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const view = document.documentElement.clientWidth;
  const contrast = {};
  const grounds = {};
  for (const theme of ["light", "dark"]) {
    document.body.dataset.theme = theme;
    contrast[theme] = faintest();
    grounds[theme] = luminance(ground(document.querySelector("article")));
  }
  return JSON.stringify({
    title: document.title,
    view,
    wide: document.documentElement.scrollWidth,
    beyond: [...document.querySelectorAll("article *")]
      .filter((each) => each.getBoundingClientRect().right > view + 1 && isShown(each) && !scrolls(each))
      .map((each) => each.outerHTML.slice(0, 80)),
    contrast,
    grounds,
    links: [...document.querySelectorAll("a[href]")].map((each) => each.href),
    anchors: [...document.querySelectorAll("[id]")].map((each) => each.id),
    broken: [...document.images].filter((each) => !(each.complete && each.naturalWidth)).map((each) => each.src),
  });
})()
