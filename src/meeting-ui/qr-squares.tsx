import { useMemo } from 'react';
import { encode } from 'uqr';

/** An address as squares, for a phone's camera. */
export function QrSquares({ text, name }: { text: string; name: string }) {
  const { path, size } = useMemo(() => {
    const { data, size: side } = encode(text, { border: 2 });
    const marks = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { path: marks.join(''), size: side };
  }, [text]);
  return (
    <svg className="mt-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
