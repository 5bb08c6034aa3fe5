/** Who stands behind a statement, as people are called. */
export type People = {
  /** What the account is called; null = it was not entered by an account. */
  readonly recordedByName: string | null;
  /** The reviewer who accepted it; null = it needed no review. */
  readonly approvedByName: string | null;
};

export type PeopleOf = (statement: {
  readonly recordedBy: string;
  readonly submission: string | null;
}) => People;

/** Where nobody's name is known. */
export const nobody: PeopleOf = () => ({ recordedByName: null, approvedByName: null });
