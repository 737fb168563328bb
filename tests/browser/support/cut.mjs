// What does not fit.

/** What is wider than its place, or cut off. */
export const cut = (page) => page.run(() => {
  const wrong = [];
  const name = (one) =>
    `${one.localName}.${one.className} “${one.textContent.trim().slice(0, 40)}” in #${one.closest("[id]")?.id}`;
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) wrong.push(`the page is ${wide} px wider than the window`);
  const clipped = (one) => getComputedStyle(one).clipPath !== "none";
  // Or something around it is.
  const forScreenReaders = (one) => one !== null && (clipped(one) || forScreenReaders(one.parentElement));
  const all = [...document.body.querySelectorAll(":not(svg, svg *)")].filter((one) => one.checkVisibility());
  for (const one of all.filter((one) => !one.parentElement.closest("svg") && !forScreenReaders(one))) {
    const { overflowY, textOverflow } = getComputedStyle(one);
    const sideways = one.scrollWidth - one.clientWidth;
    // What is typed scrolls in its box.
    if (one.clientWidth > 0 && sideways > 0 && one.type !== "text") wrong.push(`${name(one)} is ${sideways} px wider than its place`);
    const down = one.scrollHeight - one.clientHeight;
    if (overflowY !== "visible" && down > 0) wrong.push(`${name(one)} hides ${down} px`);
    // The browser itself shortens the name of a file that was chosen.
    if (textOverflow === "ellipsis" && one.type !== "file") wrong.push(`${name(one)} is cut with an ellipsis`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest(".skip") || forScreenReaders(element)) continue;
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    if (left < 0 || right > innerWidth) wrong.push(`the text of ${name(element)} leaves the window`);
  }
  return wrong;
});
