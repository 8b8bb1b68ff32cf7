/** Keeps what is painted into canvases from now on: a text there is no part of the document. */
export const keepPaintedTexts = () => {
  window.paintedTexts = new Set();
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function keeping(text, ...place) {
    window.paintedTexts.add(text);
    return fillText.call(this, text, ...place);
  };
};

/** Every text that the page shows, paints or lets a screen reader say; a log's own keys, set as code, are left out. */
export function textsOnPage(page) {
  return page.evaluate(() => {
    const texts = [...(window.paintedTexts ?? [])];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (walker.currentNode.parentElement.closest('script, code') === null)
        texts.push(walker.currentNode.data);
    const spoken = ['aria-label', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt'];
    for (const node of document.body.querySelectorAll('*'))
      for (const name of spoken) if (node.hasAttribute(name)) texts.push(node.getAttribute(name));
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });
}

/** Names of settings and options, as a trainer or the command line wants them typed: `--beta1`, `eval_strategy="steps"`. */
const TYPED = /--[\w-]+(?: (?:sgd|adam)\b)?|\w+="?[\w.[\]]+"?|[A-Za-z]\w*_\w+/g;

/** The texts that hold a Latin word which is none of these, as "words: text". */
export function foreignTexts(texts, known) {
  const isKnown = (word) => known.has(word) || known.has(word.toLowerCase());
  return [...new Set(texts)].flatMap((text) => {
    const words = (text.replace(TYPED, '').match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !isKnown(word));
    return words.length === 0 ? [] : [`${words.join(' ')}: ${text}`];
  });
}
