import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import {
  colourThemes,
  languages,
  screenLimits,
  type WallPage,
  wallPages,
} from '#core/contract/lists.ts';
import type { Screen, ScreenSettings } from '#core/contract/screen.ts';
import { useScreenWrite } from '#src/api/screens.ts';
import { ApiError } from '#src/lib/request.ts';
import { PageOrder } from './page-order.tsx';
import { useScreensWords, useSentenceOf } from './words.ts';

export type ScreenFormProps = {
  /** null = one that waits under this code. */
  screen: Screen | null;
  code: string | null;
  onConfirmed: (screen: Screen) => void;
};

const STEP_S = 5;
const stays = Array.from(
  { length: (screenLimits.secondsMax - screenLimits.secondsMin) / STEP_S + 1 },
  (_, step) => screenLimits.secondsMin + step * STEP_S,
);

const first: ScreenSettings = {
  name: '',
  place: '',
  pages: wallPages.filter((page) => page !== 'definitions'),
  seconds: 20,
  theme: 'dark',
  lang: 'zh',
  distance: null,
  side: null,
};

const settingsOf = (screen: Screen): ScreenSettings => ({
  name: screen.name,
  place: screen.place,
  pages: screen.pages,
  seconds: screen.seconds,
  theme: screen.theme,
  lang: screen.lang,
  distance: screen.distance,
  side: screen.side,
});

/** What is set for a wall. Keeps what was typed whatever the server says. */
export function ScreenForm({ screen, code, onConfirmed }: ScreenFormProps) {
  const w = useScreensWords();
  const sentenceOf = useSentenceOf();
  const write = useScreenWrite();
  const [form] = Form.useForm<ScreenSettings>();
  /** Version that the form was filled from. */
  const [seen, setSeen] = useState(screen?.version ?? '');
  const isStale = write.error instanceof ApiError && write.error.problem?.code === 'stale-version';
  const seconds = screen?.seconds ?? first.seconds;

  const submit = (input: ScreenSettings) => {
    if (screen === null) {
      const confirm = { do: 'confirm', input: { ...input, code: code ?? '' } } as const;
      write.mutate(confirm, { onSuccess: onConfirmed });
      return;
    }
    // Whoever was told that it changed meanwhile, and saves again, has seen it.
    const version = isStale ? screen.version : seen;
    write.mutate(
      { do: 'change', id: screen.id, version, input },
      { onSuccess: (now) => setSeen(now.version) },
    );
  };

  return (
    <Form<ScreenSettings>
      form={form}
      layout="vertical"
      initialValues={screen === null ? first : settingsOf(screen)}
      onFinish={submit}
      requiredMark={false}
    >
      <Form.Item
        name="name"
        label={w.name}
        rules={[{ required: true, whitespace: true, message: w.missingName }]}
      >
        <Input maxLength={screenLimits.name} autoComplete="off" />
      </Form.Item>
      <Form.Item name="place" label={w.place}>
        <Input maxLength={screenLimits.place} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="pages"
        label={w.pageOrder}
        extra={w.pageHint}
        rules={[
          {
            validator: async (_, chosen: readonly WallPage[]) => {
              if (chosen.length === 0) throw new Error(w.missingPages);
            },
          },
        ]}
      >
        <PageOrder />
      </Form.Item>
      <Form.Item name="seconds" label={w.stay}>
        <Select
          options={[...new Set([...stays, seconds])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: w.seconds(value) }))}
        />
      </Form.Item>
      <Form.Item name="theme" label={w.theme}>
        <Radio.Group options={colourThemes.map((value) => ({ value, label: w.themes[value] }))} />
      </Form.Item>
      <Form.Item name="lang" label={w.lang}>
        <Radio.Group options={languages.map((value) => ({ value, label: w.languages[value] }))} />
      </Form.Item>
      <Form.Item name="distance" label={w.distance} extra={w.distanceHint}>
        <InputNumber
          className="sc-metres"
          min={screenLimits.distanceMin}
          max={screenLimits.distanceMax}
          step={0.5}
          precision={1}
          placeholder={w.near}
        />
      </Form.Item>
      <Form.Item name="side" label={w.side} extra={w.sideHint}>
        <InputNumber
          className="sc-metres"
          min={screenLimits.sideMin}
          max={screenLimits.sideMax}
          step={0.1}
          precision={2}
          placeholder={w.usualSide}
        />
      </Form.Item>
      {isStale ? <Alert type="warning" role="alert" title={w.stale} /> : null}
      {write.error !== null && !isStale ? (
        <p className="sc-fault" role="alert">
          {sentenceOf(write.error)}
        </p>
      ) : null}
      <Button type="primary" htmlType="submit" loading={write.isPending}>
        {write.isPending ? w.saving : screen === null ? w.confirm : w.save}
      </Button>
      {write.isSuccess && screen !== null ? <p role="status">{w.saved}</p> : null}
    </Form>
  );
}
