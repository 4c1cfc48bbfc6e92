import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { AppManifestUtils, type TeamsManifestV1D25 } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';

type Manifest = TeamsManifestV1D25.TeamsManifestV1D25;
type Environment = Readonly<Record<string, string | undefined>>;

/** What the person who packages can put right; its message says how. */
export class PackagingError extends Error {
  constructor(lead: string, problems: readonly string[]) {
    super([lead, ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }
}

/** The Teams app package: the filled manifest and every file it names, checked. The same input gives the same bytes. */
export async function packageApp(folder: URL, environment: Environment): Promise<Uint8Array> {
  const read = (name: string): Buffer => readFileSync(new URL(name, folder));
  const manifest = fillManifest(read('manifest.json').toString('utf8'), environment);
  const problems = [
    ...(await AppManifestUtils.validateAgainstSchema(manifest)),
    ...iconProblems(manifest, read),
  ];
  if (problems.length > 0) throw new PackagingError('Teams would refuse this package:', problems);

  const languages = manifest.localizationInfo?.additionalLanguages ?? [];
  const named = [manifest.icons.color, manifest.icons.outline, ...languages.map((language) => language.file)];
  return zipSync(
    {
      'manifest.json': strToU8(JSON.stringify(manifest, null, 2)),
      ...Object.fromEntries(named.map((name) => [name, read(name)])),
    },
    { mtime: new Date(2000, 0, 1) },
  );
}

/** The manifest with each `${{NAME}}` filled; throws one error that names every variable to set and what to put there. */
export function fillManifest(template: string, environment: Environment): Manifest {
  const values = readVariables(environment);
  return JSON.parse(template, (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\$\{\{(\w+)\}\}/g, (_all, name: string) => valueOf(name, values))
      : value,
  ) as Manifest;
}

interface Variable {
  readonly put: string;
  readonly fits: (text: string) => boolean;
  /** What holds when the variable is not set; without it the variable is required. */
  readonly otherwise?: (environment: Environment) => string | undefined;
}

// The three pages are required because Teams shows their links to members before they install,
// and this program serves no such pages itself: a default would be a dead link.
const variables: Readonly<Record<string, Variable>> = {
  MicrosoftAppId: {
    put: 'the Microsoft App ID (a GUID) from the Configuration page of the Azure Bot',
    fits: isGuid,
  },
  PUBLIC_URL: { put: 'the https address under which Teams reaches the bot', fits: isHttps },
  DEVELOPER_URL: { put: 'an https page that says who runs the bot and where to ask for help', fits: isHttps },
  PRIVACY_URL: { put: 'the https page of the privacy notice', fits: isHttps },
  TERMS_URL: { put: 'the https page of the terms of use', fits: isHttps },
  TEAMS_APP_VERSION: { put: 'the version of the package, such as 1.0.0', fits: isVersion },
  DEVELOPER_NAME: {
    put: 'the name of those who run the bot, at most 32 characters',
    fits: (text) => text.length <= 32,
    otherwise: () => 'The Touchstone authors',
  },
  TEAMS_APP_ID: {
    put: 'a GUID, or nothing to use MicrosoftAppId',
    fits: isGuid,
    otherwise: (environment) => environment.MicrosoftAppId?.trim(),
  },
};

// Messages name a variable and never show its content: somebody may have put the secret into the wrong one.
function readVariables(environment: Environment): ReadonlyMap<string, string> {
  const given = Object.entries(variables).map(([name, variable]) => {
    const set = environment[name]?.trim();
    return { name, variable, text: set === '' ? undefined : set };
  });

  const problems = given.flatMap(({ name, variable, text }) => {
    if (text === undefined) return variable.otherwise ? [] : [`${name} is not set: put ${variable.put}`];
    return variable.fits(text) ? [] : [`${name} does not fit: put ${variable.put}`];
  });
  if (problems.length > 0)
    throw new PackagingError('The package needs these environment variables:', problems);

  const values = new Map(
    given.map(({ name, variable, text }) => [name, text ?? variable.otherwise?.(environment) ?? '']),
  );
  return values.set('PUBLIC_HOST', new URL(values.get('PUBLIC_URL') ?? '').host);
}

function valueOf(name: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`manifest.json asks for ${name}, which no variable gives`);
  return value;
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

function isVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(text);
}

function iconProblems({ icons }: Manifest, read: (name: string) => Buffer): string[] {
  return [
    ...pngProblems(icons.color, read(icons.color), 192),
    ...pngProblems(icons.outline, read(icons.outline), 32),
    ...(hasAlpha(read(icons.outline)) ? [] : [`${icons.outline} has no transparency`]),
  ];
}

function pngProblems(name: string, png: Buffer, side: number): string[] {
  if (png.toString('latin1', 1, 4) !== 'PNG') return [`${name} is not a PNG picture`];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return width === side && height === side ? [] : [`${name} is ${width}×${height}, not ${side}×${side}`];
}

/** Colour types 4 and 6 of the PNG header carry an alpha channel. */
function hasAlpha(png: Buffer): boolean {
  return png[25] === 4 || png[25] === 6;
}

async function run(environment: Environment): Promise<void> {
  const root = new URL('../../../', import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
  const set = environment.TEAMS_APP_VERSION?.trim();
  try {
    const zip = await packageApp(new URL('manifest/', root), {
      ...environment,
      TEAMS_APP_VERSION: set === undefined || set === '' ? version : set,
    });
    writeFileSync(new URL('build/touchstone.zip', root), zip);
    console.log('build/touchstone.zip is ready. docs/deployment.md says how to bring it into Teams.');
  } catch (error) {
    if (!(error instanceof PackagingError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) await run(process.env);
