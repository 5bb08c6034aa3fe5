import type { Board } from '#core/contract/board.ts';
import type { PlatformStage } from '#core/contract/lists.ts';
import { Squares, type SquaresProps } from './squares.tsx';
import { useUiWords } from './words.ts';

/** How the squares of a stage are drawn: filled = it runs, dashed = unclear. */
export const stageLook: Record<PlatformStage, SquaresProps['look']> = {
  signed: 'outline',
  building: 'outline',
  operating: 'filled',
  unclear: 'unclear',
};

/** The register by stage. Names are written below each stage where the page's style sheet has room for them. */
export function StageRegister({ platforms }: { platforms: Board['platforms'] }) {
  const w = useUiWords();
  if (platforms.register.length === 0) return <p className="dim">{w.noPlatforms}</p>;
  return (
    <table className="register">
      <caption className="visually-hidden">{w.stagesName}</caption>
      {platforms.stages.map(({ stage, count }) => (
        <tbody key={stage}>
          <tr>
            <th scope="row">{w.stage[stage]}</th>
            <td className="digits">{count}</td>
            <td>
              <Squares count={count} look={stageLook[stage]} />
            </td>
          </tr>
          <tr className="register-names">
            <td colSpan={3}>
              <span>
                {platforms.register
                  .filter((platform) => platform.stage === stage)
                  .map((platform) => platform.name)
                  .join(w.listSeparator)}
              </span>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
