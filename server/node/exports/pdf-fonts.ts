/** The two fonts that papers are set in, found in the installed package; only the letters that are used are embedded. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const FILES = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

export type PdfFonts = { readonly regular: Buffer; readonly bold: Buffer };

/** Throws an Error that names what is missing and how it is put back. */
export async function readPdfFonts(): Promise<PdfFonts> {
  const read = async (name: string): Promise<Buffer> => {
    try {
      return await readFile(require.resolve(name));
    } catch (cause) {
      throw new Error(
        `The font ${name} is not installed: no PDF can be written. Run npm ci again. 缺少字体，无法写 PDF，请重新执行 npm ci。`,
        { cause },
      );
    }
  };
  return { regular: await read(FILES.regular), bold: await read(FILES.bold) };
}
