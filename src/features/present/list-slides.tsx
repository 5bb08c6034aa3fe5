/** Slides that are lists: what came of the last resolutions, words against dates, open questions, silence. */
import type { Slide } from '#core/contract/slide.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Light } from '#src/ui/light.tsx';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { More, Part, PartHead } from './frame.tsx';
import { usePresentWords } from './words.ts';

type BodyOf<K> = Extract<Slide['body'], { kind: K }>;

const ROWS = 7;
const CARDS = 8;
/** Owners side by side, and the tasks that are named of each. */
const OWNERS = 3;
const TASKS = 9;

export function ResolutionsSlide({ body }: { body: BodyOf<'resolutions'> }) {
  const w = usePresentWords();
  const lang = useLanguage();
  return (
    <Part index={0} className="mt-whole">
      <PartHead
        title={
          body.from === null
            ? w.noMeetingBefore
            : w.from(body.from.title, formatDate(body.from.date, lang))
        }
      >
        <span className="digits">{body.rows.length}</span>
      </PartHead>
      <ul className="mt-rows">
        {body.rows.slice(0, ROWS).map((row) => (
          <li key={row.resolution}>
            <span className="mt-row-light">
              {row.light === null ? w.decideAs[row.kind] : <Light state={row.light} />}
            </span>
            <span>
              <b>{row.words}</b>
              <small>{row.sentence}</small>
            </span>
            <span className="mt-row-end">
              {row.ownerName ?? ''}
              <small>{row.due === null ? '' : w.dueOn(formatDate(row.due, lang))}</small>
            </span>
          </li>
        ))}
      </ul>
      <More count={body.rows.length - ROWS} />
    </Part>
  );
}

export function DisagreementsSlide({ body }: { body: BodyOf<'disagreements'> }) {
  const w = usePresentWords();
  const shown = body.rows.slice(0, ROWS);
  return (
    <Part index={0} className="mt-whole">
      <ul className="mt-rows">
        {shown.map((row) => (
          <li key={row.task}>
            <span className="mt-row-light">
              <Light state={row.computed} />
              <small>{w.computed}</small>
            </span>
            <span>
              <b>{row.title}</b>
              <small>{row.sentence}</small>
            </span>
            <span className="mt-row-end">{row.ownerName}</span>
          </li>
        ))}
      </ul>
      <More count={body.total - shown.length} />
    </Part>
  );
}

export function QuestionsSlide({ body }: { body: BodyOf<'questions'> }) {
  const shown = body.questions.slice(0, CARDS);
  return (
    <>
      <div className={shown.length > 6 ? 'mt-cards mt-cards-4' : 'mt-cards'}>
        {shown.map((question, index) => (
          <Part key={question.id} index={index} className="mt-card">
            <h3>
              <QuestionMark number={question.number} /> {question.title}
            </h3>
            <ul>
              {question.statements.slice(0, 3).map((statement) => (
                <li key={statement.text}>{statement.text}</li>
              ))}
            </ul>
            <p className="mt-small">{question.summary}</p>
          </Part>
        ))}
      </div>
      <More count={body.questions.length - CARDS} />
    </>
  );
}

type Never = BodyOf<'silence'>['neverReported'][number];

function NeverReported({ row, index }: { row: Never; index: number }) {
  const w = usePresentWords();
  const shown = row.tasks.slice(0, TASKS);
  return (
    <Part index={index}>
      <PartHead title={w.neverBy(row.ownerName)}>
        <span className="digits">{row.total}</span>
      </PartHead>
      <ul className="mt-list">
        {shown.map((task) => (
          <li key={task} className="mt-named">
            <LightIcon state="none" />
            <span>{task}</span>
          </li>
        ))}
      </ul>
      <More count={row.total - shown.length} />
    </Part>
  );
}

export function SilenceSlide({ body }: { body: BodyOf<'silence'> }) {
  const w = usePresentWords();
  const lang = useLanguage();
  const rows = body.rows.slice(0, ROWS);
  const never = body.neverReported.slice(0, rows.length === 0 ? OWNERS : OWNERS - 1);
  const columns = never.length + (rows.length === 0 ? 0 : 1);
  const more = body.neverReported.length - never.length;
  return (
    <>
      <div className={`mt-columns mt-columns-${Math.max(columns, 1)}`}>
        {rows.length === 0 ? null : (
          <Part index={0}>
            <PartHead title={w.kinds.silence}>
              <span className="digits">{body.total}</span>
            </PartHead>
            <ul className="mt-list mt-list-even">
              {rows.map((row) => (
                <li key={`${row.kind} ${row.id}`} className="mt-figure">
                  <span>
                    {row.name}
                    <small>{row.ownerName ?? w.noOwner}</small>
                  </span>
                  <span className="nowrap">
                    {row.silentDays === null ? w.neverSaid : w.silentDays(row.silentDays)}
                    <small>{row.lastOn === null ? '' : formatDate(row.lastOn, lang)}</small>
                  </span>
                </li>
              ))}
            </ul>
            <More count={body.total - rows.length} />
          </Part>
        )}
        {never.map((row, index) => (
          <NeverReported
            key={row.ownerName}
            row={row}
            index={index + (rows.length === 0 ? 0 : 1)}
          />
        ))}
      </div>
      {more > 0 ? <p className="mt-more">{w.moreOwners(more)}</p> : null}
    </>
  );
}
