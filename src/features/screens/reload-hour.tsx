import { Select } from 'antd';
import { Field } from '#src/admin-ui/field.tsx';
import { useFleetSettings } from '#src/api/screens.ts';
import { useScreensWords, useSentenceOf } from './words.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When walls take over a new build by themselves. */
export function ReloadHour({ hour }: { hour: number }) {
  const w = useScreensWords();
  const sentenceOf = useSentenceOf();
  const save = useFleetSettings();
  return (
    <div className="sc-hour">
      <Field label={w.hour}>
        {(id) => (
          <Select<number>
            id={id}
            value={save.isPending ? save.variables.reloadHour : hour}
            options={hours.map((value) => ({ value, label: w.hourOf(value) }))}
            onChange={(reloadHour) => save.mutate({ reloadHour })}
          />
        )}
      </Field>
      <small className="muted" role={save.error === null ? undefined : 'alert'}>
        {save.error === null ? w.hourNote : sentenceOf(save.error)}
      </small>
    </div>
  );
}
