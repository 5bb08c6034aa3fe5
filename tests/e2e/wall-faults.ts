import type { Page } from 'playwright-core';

/**
 * What nobody beside a wall could mend: words outside the screen or their box, words on words, letters
 * below the floor, something to scroll. Each as a line that names it; empty = the wall can be read.
 */
export const faultsOfWall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const { documentElement: root } = document;
    const rem = Number.parseFloat(getComputedStyle(root).fontSize);
    const slack = 0.2 * rem;
    const { innerWidth: width, innerHeight: height } = window;

    if (root.scrollWidth > width || root.scrollHeight > height) faults.push('the page scrolls');

    type Word = {
      readonly says: string;
      readonly box: DOMRect;
      readonly owner: Element;
    };
    const words: Word[] = [];
    const isShown = (element: Element): boolean => {
      const { visibility, clip } = getComputedStyle(element);
      return visibility === 'visible' && clip === 'auto';
    };
    /** Boxes that cut what is in them, on purpose, from the inside out. */
    const cutBy = (element: Element): Element[] => {
      const found: Element[] = [];
      for (
        let one: Element | null = element;
        one !== null && one !== document.body;
        one = one.parentElement
      ) {
        if (getComputedStyle(one).overflow !== 'visible') found.push(one);
      }
      return found;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const owner = node.parentElement;
      const says = (node.textContent ?? '').trim();
      if (
        says === '' ||
        owner === null ||
        owner.closest('script, style, .visually-hidden, title, desc') !== null
      )
        continue;
      if (!isShown(owner)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const cuts = cutBy(owner);
      const size = Number.parseFloat(getComputedStyle(owner).fontSize);
      let seen = false;
      for (const part of range.getClientRects()) {
        if (part.width === 0 || part.height === 0) continue;
        let { left, right, top, bottom } = part;
        for (const cut of cuts) {
          const frame = cut.getBoundingClientRect();
          left = Math.max(left, frame.left);
          right = Math.min(right, frame.right);
          top = Math.max(top, frame.top);
          bottom = Math.min(bottom, frame.bottom);
        }
        // A line that is cut to less than half of its letters is the one after the ellipsis.
        if (right - left < 1 || bottom - top < part.height * 0.4) continue;
        seen = true;
        // Letters are lower than the line they stand on.
        const air = Math.max(0, (bottom - top - size) / 2);
        words.push({
          says,
          owner,
          box: new DOMRect(left, top + air, right - left, bottom - top - 2 * air),
        });
      }
      // A unit is part of its number and is set smaller than it; nothing else is.
      if (seen && size < rem * 0.99 && owner.closest('svg') === null) {
        faults.push(`below the floor, ${(size / rem).toFixed(2)} rem: ${says.slice(0, 30)}`);
      }
    }
    for (const { says, box } of words) {
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1) {
        faults.push(`outside of the screen: ${says.slice(0, 40)}`);
      }
    }
    const reported = new Set<string>();
    words.sort((a, b) => a.box.top - b.box.top);
    words.forEach((a, i) => {
      for (const b of words.slice(i + 1)) {
        if (b.box.top >= a.box.bottom) break;
        if (a.owner === b.owner) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > slack && down > slack) {
          const line = `one on another: ${a.says.slice(0, 30)} / ${b.says.slice(0, 30)}`;
          if (!reported.has(line)) faults.push(line);
          reported.add(line);
        }
      }
    });
    // Text must stay in its part of the page, whatever its neighbours leave free.
    for (const part of document.querySelectorAll(
      '.panel, .exception, .brick, .beam, .pillar-cap, .definition, header, footer, .wall-foot',
    )) {
      const frame = part.getBoundingClientRect();
      if (frame.width === 0) continue;
      for (const { says, box, owner } of words) {
        if (!part.contains(owner)) continue;
        const over = Math.max(
          frame.left - box.left,
          box.right - frame.right,
          frame.top - box.top,
          box.bottom - frame.bottom,
        );
        if (over > slack) {
          faults.push(
            `${over.toFixed(0)} px out of .${part.className.split(' ').join('.')}: ${says.slice(0, 30)}`,
          );
          break;
        }
      }
    }
    return faults;
  });
