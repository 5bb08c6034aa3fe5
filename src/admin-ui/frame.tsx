import { ConfigProvider, type ConfigProviderProps } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { ReactNode } from 'react';
import type { Language } from '#core/contract/lists.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { SessionEnded } from './session-ended.tsx';

type Locale = NonNullable<ConfigProviderProps['locale']>;

/** antd's locales are CommonJS: bundlers and Node disagree on what their default is. */
const localeOf = (module: Locale | { default: Locale }): Locale =>
  'default' in module ? module.default : module;

const locales: Record<Language, Locale> = { zh: localeOf(zhCN), en: localeOf(enUS) };

/** The key names the class of variables in the built sheet (ANTD_VARS in scripts/lib/trim-antd.ts). */
const theme = {
  zeroRuntime: true,
  hashed: false,
  cssVar: { key: 'admin-vars' },
  // Nothing here moves: its animations are not in the sheet, and the reader may have asked for stillness.
  token: { motion: false },
};

/**
 * Around whatever uses antd: its language, its theme, its styles from the built sheet. Parts that are not in that sheet
 * are added in scripts/lib/trim-antd.ts. Modal, Drawer, message and notification stand outside the frame and move: the
 * house's own drawer and dialog, and a sentence beside the button, take their place.
 */
export function AdminFrame({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider
      theme={theme}
      locale={locales[useLanguage()]}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <SessionEnded />
      {children}
    </ConfigProvider>
  );
}
