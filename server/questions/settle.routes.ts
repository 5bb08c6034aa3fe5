import { registerEntrySchema, settlementSchema } from '#core/contract/registers.ts';
import { notFound } from '#server/http/not-found.ts';
import { type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { checkVersion, entriesOf, stated } from '#server/registers/register.ts';
import { appendQuestions, findQuestion, readQuestions } from './questions.repository.ts';
import { settled } from './settle.ts';

export const questionWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'PATCH',
    path: '/questions/{id}',
    summary:
      'Settles an open question with words and a reason, or opens it again (resolution null). If-Match names the version',
    action: 'questions.settle',
    right: 'settle-questions',
    touches: 'record',
    body: settlementSchema,
    reply: registerEntrySchema,
    act: async ({ db, body, key, lang, now, today, principal, ifMatch }) => {
      const before = await findQuestion(db, key, null);
      if (before === null) {
        const known = await readQuestions(db, null);
        throw notFound(
          'question',
          key,
          known.map((row) => row.id),
        );
      }
      await checkVersion(db, 'id', before, ifMatch);
      const stamp = { recordedAt: now, recordedBy: principal.account };
      const record = settled(before, { ...body, today, lang, stamp });
      await appendQuestions(db, [record]);
      const [entry] = await entriesOf(db, 'id', [record]);
      if (entry === undefined) throw new Error('an entry per record');
      return {
        status: 200,
        reply: entry,
        audit: { subject: `questions:${key}`, before: stated(before), after: stated(record) },
      };
    },
  }),
];
