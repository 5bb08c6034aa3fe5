import { Button } from 'antd';
import { type WallPage, wallPages } from '#core/contract/lists.ts';
import { useScreensWords } from './words.ts';

export type PageOrderProps = {
  id?: string;
  value?: readonly WallPage[];
  onChange?: (pages: readonly WallPage[]) => void;
};

/** Which pages a wall shows, and in which order; a control of antd's form. */
export function PageOrder({ id, value = [], onChange = () => undefined }: PageOrderProps) {
  const w = useScreensWords();
  const others = wallPages.filter((page) => !value.includes(page));
  const swap = (index: number): void => {
    const [before, page] = [value[index - 1], value[index]];
    if (before === undefined || page === undefined) return;
    onChange([...value.slice(0, index - 1), page, before, ...value.slice(index + 1)]);
  };
  return (
    <div id={id} className="sc-order">
      <ol>
        {value.map((page, index) => {
          const name = w.pages[page];
          return (
            <li key={page}>
              <span>{name}</span>
              <Button
                size="small"
                aria-label={w.up(name)}
                disabled={index === 0}
                onClick={() => swap(index)}
              >
                ↑
              </Button>
              <Button
                size="small"
                aria-label={w.down(name)}
                disabled={index === value.length - 1}
                onClick={() => swap(index + 1)}
              >
                ↓
              </Button>
              <Button
                size="small"
                aria-label={w.remove(name)}
                onClick={() => onChange(value.filter((one) => one !== page))}
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ol>
      {others.length === 0 ? null : (
        <p className="sc-others">
          {others.map((page) => (
            <Button
              key={page}
              size="small"
              type="dashed"
              aria-label={w.add(w.pages[page])}
              onClick={() => onChange([...value, page])}
            >
              + {w.pages[page]}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
