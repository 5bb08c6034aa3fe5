/**
 * What may go wrong between a page and its server, to be switched on while developing and in tests.
 * - normal: every question is answered.
 * - slow: an answer waits until the home lets it go.
 * - stale: the link is lost after the first picture: each question is answered once, then never again.
 * - down: nothing answers.
 * - unavailable: the server answers, but its store does not.
 * - broken-panel: the picture arrives with funds that no page can draw, as from a server of another version.
 */
export const scenarioNames = [
  'normal',
  'slow',
  'stale',
  'down',
  'unavailable',
  'broken-panel',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** Answers one request. */
export type Answer = (request: Request) => Promise<Response>;

export type Scenario = {
  readonly name: () => ScenarioName;
  /** From now on this one; questions that were answered before count as not asked. */
  readonly set: (name: ScenarioName) => void;
  readonly answer: Answer;
};

export type ScenarioParts = {
  readonly server: Answer;
  /** The same server with its store out of reach. */
  readonly withoutStore: Answer;
  /** Settles when a slow answer may go. */
  readonly pause: () => Promise<void>;
};

export function createScenario({ server, withoutStore, pause }: ScenarioParts): Scenario {
  let current: ScenarioName = 'normal';
  const answered = new Set<string>();
  const answers: Readonly<Record<ScenarioName, Answer>> = {
    normal: server,
    slow: async (request) => {
      await pause();
      return server(request);
    },
    stale: async (request) => {
      if (answered.has(request.url)) return Response.error();
      answered.add(request.url);
      return server(request);
    },
    down: async () => Response.error(),
    unavailable: withoutStore,
    'broken-panel': async (request) => breakPanel(await server(request)),
  };
  return {
    name: () => current,
    set: (name) => {
      current = name;
      answered.clear();
    },
    answer: (request) => answers[current](request),
  };
}

/** Takes the amounts out of a board's funds; every other reply passes as it is. */
async function breakPanel(response: Response): Promise<Response> {
  if (response.status !== 200) return response;
  const body: unknown = await response.clone().json();
  if (!isBoard(body)) return response;
  const funds = body.funds.map((fund) => ({ ...fund, disbursed: {} }));
  return Response.json({ ...body, funds });
}

function isBoard(body: unknown): body is { funds: object[] } {
  return typeof body === 'object' && body !== null && 'exceptions' in body && 'funds' in body;
}
