type Asked = { readonly queryKey: readonly unknown[] } | undefined;

/**
 * For `placeholderData`: what the same question was answered in the other language stands until this one's answer has
 * come. A page that waited instead would lose what is typed on it.
 * @param name the query's key, without the language that ends it
 */
export const acrossLanguages =
  (...name: readonly string[]) =>
  <T>(before: T | undefined, asked: Asked): T | undefined =>
    name.every((part, at) => asked?.queryKey[at] === part) ? before : undefined;
