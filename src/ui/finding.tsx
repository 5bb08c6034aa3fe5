/** A number in a sentence; what is part of a name or of a date stays as it is. */
const NUMBER = /((?<![\w.-])\d[\d,]*(?:\.\d+)?%?(?![\w-]))/;

/** The sentence that opens a board, with its numbers in the face of figures. */
export function Finding({ text }: { text: string }) {
  let at = 0;
  return (
    <>
      {text.split(NUMBER).map((part, i) => {
        const key = at;
        at += part.length;
        if (i % 2 === 0) return part;
        return (
          <span key={key} className="digits">
            {part}
          </span>
        );
      })}
    </>
  );
}
