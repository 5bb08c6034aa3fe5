/**
 * A small picture of what the page shows, drawn by the browser itself: the document as an SVG image, onto a small
 * canvas. No library reads pixels of a page, and no permission is asked. Fonts of the page's own are not in it.
 */
import { screenLimits } from '#core/contract/lists.ts';

/** Longer side, in pixels. */
const SIZE = 480;
const QUALITIES = [0.7, 0.5, 0.3] as const;
/** A browser that does not draw it by then will not. */
const DRAW_LIMIT_MS = 10_000;

/** An image is drawn at the first moment of its animations: a page that fades in would not be in it. */
const STILL = '*, *::before, *::after { animation: none !important; transition: none !important; }';

/** Every rule of the page; the root of an SVG is its own element. */
function rules(): string {
  const texts: string[] = [];
  for (const sheet of document.styleSheets) {
    try {
      for (const rule of sheet.cssRules)
        if (!(rule instanceof CSSFontFaceRule)) texts.push(rule.cssText);
    } catch {
      // A sheet that may not be read: the picture does without it.
    }
  }
  return [...texts, STILL].join('\n').replace(/\bhtml(?=[[:{,\s])/g, ':root');
}

function svgOf(width: number, height: number): string {
  const { documentElement: root, body } = document;
  const content = body.cloneNode(true) as HTMLElement;
  for (const part of content.querySelectorAll('script, noscript, link')) part.remove();
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('lang', root.lang);
  for (const [name, value] of Object.entries(root.dataset)) svg.dataset[name] = value ?? '';
  svg.style.fontSize = getComputedStyle(root).fontSize;
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = rules();
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
  frame.setAttribute('width', '100%');
  frame.setAttribute('height', '100%');
  frame.append(content);
  svg.append(style, frame);
  return new XMLSerializer().serializeToString(svg);
}

function load(source: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    const timer = setTimeout(() => reject(new Error('the picture was not drawn')), DRAW_LIMIT_MS);
    image.onload = () => {
      clearTimeout(timer);
      resolve(image);
    };
    image.onerror = () => {
      clearTimeout(timer);
      reject(new Error('the picture could not be drawn'));
    };
    image.src = source;
  });
}

/** Base64 of a JPEG that is small enough to send; null = this browser makes none. */
export async function pagePicture(): Promise<string | null> {
  try {
    const [width, height] = [innerWidth, innerHeight];
    const image = await load(
      `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(width, height))}`,
    );
    const scale = SIZE / Math.max(width, height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      const base64 = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
      if (base64 !== '' && base64.length <= (screenLimits.pictureBytes / 3) * 4) return base64;
    }
    return null;
  } catch {
    return null;
  }
}
