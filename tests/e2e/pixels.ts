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

/** Colours of a PNG picture as CSS writes them, the most frequent first; the page only lends its decoder. */
export async function coloursOf(
  page: Page,
  png: Buffer,
): Promise<readonly { readonly colour: string; readonly count: number }[]> {
  return await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const counts = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const alpha = data[i + 3] === 255 ? '' : `, ${data[i + 3]}`;
        const colour = `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]}${alpha})`;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return [...counts]
        .map(([colour, count]) => ({ colour, count }))
        .sort((a, b) => b.count - a.count);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}
