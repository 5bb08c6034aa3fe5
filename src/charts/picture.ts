/** A drawn chart as a file: SVG as it stands, or as pixels at twice its size. */
import { saveBlob } from '#src/lib/clipboard.ts';

const PIXELS = 2;

/** A drawing that stands alone: namespaced, sized, on the ground that it has on the page. */
export function standaloneSvg(svg: SVGSVGElement, ground: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [width, height] = [svg.getAttribute('width') ?? '', svg.getAttribute('height') ?? ''];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.removeAttribute('style');
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  rect.setAttribute('width', '100%');
  rect.setAttribute('height', '100%');
  rect.setAttribute('fill', ground);
  copy.prepend(rect);
  return new XMLSerializer().serializeToString(copy);
}

export function saveSvg(name: string, svg: SVGSVGElement, ground: string): void {
  saveBlob(`${name}.svg`, new Blob([standaloneSvg(svg, ground)], { type: 'image/svg+xml' }));
}

/** False where the browser could not paint it. */
export async function savePng(name: string, svg: SVGSVGElement, ground: string): Promise<boolean> {
  const text = standaloneSvg(svg, ground);
  const canvas = document.createElement('canvas');
  canvas.width = Number(svg.getAttribute('width')) * PIXELS;
  canvas.height = Number(svg.getAttribute('height')) * PIXELS;
  const image = new Image();
  const loaded = new Promise<void>((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error('the drawing could not be painted'));
  });
  // A data URL: the page's policy allows no blob as a picture.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  try {
    await loaded;
  } catch {
    return false;
  }
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) return false;
  saveBlob(`${name}.png`, blob);
  return true;
}
