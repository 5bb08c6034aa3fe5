import type { Page } from 'playwright-core';

/** Number of pixels in which two PNG pictures of one size differ; the page only lends its decoder. */
export async function differentPixels(page: Page, a: Buffer, b: Buffer): Promise<number> {
  const urls = [a, b].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return await page.evaluate(async (sources) => {
    const read = async (source: string): Promise<Uint32Array> => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      return new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    };
    const [one, other] = await Promise.all(sources.map(read));
    if (one === undefined || other === undefined || one.length !== other.length) return Infinity;
    return one.filter((pixel, i) => pixel !== other[i]).length;
  }, urls);
}
