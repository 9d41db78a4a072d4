/** What settings mean for each other: data, one line a relation. */
import type { Settings } from './schema.ts';

interface Relation {
  setting: keyof Settings;
  /** What is wrong and what to do. */
  message: string;
  broken(settings: Settings): boolean;
}

const given = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
const inChina = ({ region }: Settings) => region?.startsWith('cn-') ?? false;
const domainOf = (sender: string) => sender.replace(/>$/, '').split('@').at(-1)?.toLowerCase() ?? '';

const needs = (setting: keyof Settings, when: keyof Settings, value: string): Relation => ({
  setting,
  message: `is needed for ${when}=${value}`,
  broken: (settings) => settings[when] === value && !given(settings[setting]),
});
const onlyFor = (setting: keyof Settings, when: keyof Settings, ...values: string[]): Relation => ({
  setting,
  message: `is for ${when}=${values.join(' or ')} only`,
  broken: (settings) => given(settings[setting]) && !values.includes(String(settings[when])),
});
const together = (setting: keyof Settings, other: keyof Settings): Relation => ({
  setting,
  message: `is needed where ${other} is given`,
  broken: (settings) => given(settings[other]) && !given(settings[setting]),
});

export const RELATIONS: readonly Relation[] = [
  needs('mailFrom', 'mail', 'ses'),
  needs('mailFrom', 'mail', 'smtp'),
  needs('smtp', 'mail', 'smtp'),
  needs('webhook', 'mail', 'webhook'),
  needs('mailSecret', 'mail', 'webhook'),
  onlyFor('mailDomain', 'mail', 'ses'),
  onlyFor('sandboxRecipients', 'mail', 'ses'),
  onlyFor('smtp', 'mail', 'smtp'),
  onlyFor('webhook', 'mail', 'webhook'),
  onlyFor('mailSecret', 'mail', 'smtp', 'webhook'),
  {
    setting: 'mailSecret',
    message: 'is needed where smtp names a user',
    broken: ({ smtp, mailSecret }) => smtp?.includes('@') === true && mailSecret === undefined,
  },
  {
    setting: 'mailTo',
    message: 'has nobody to reach: a robot reaches its group only, and with mail=none nothing is sent',
    broken: ({ mail, mailTo }) => (mail === 'webhook' || mail === 'none') && mailTo.length > 0,
  },
  {
    setting: 'mailDomain',
    message: 'is not the domain of mailFrom, so that SES would refuse every mail',
    broken: ({ mailDomain, mailFrom }) =>
      mailDomain !== undefined && mailFrom !== undefined && !isWithin(domainOf(mailFrom), mailDomain.toLowerCase()),
  },
  {
    setting: 'mail',
    message: 'cannot be ses in regions of China, which have no SES: use smtp or webhook',
    broken: (settings) => inChina(settings) && settings.mail === 'ses',
  },
  {
    setting: 'signIn',
    message: 'cannot be cognito in regions of China: name an issuer, or none',
    broken: (settings) => inChina(settings) && settings.signIn === 'cognito',
  },
  needs('signInIssuer', 'signIn', 'issuer'),
  needs('signInClient', 'signIn', 'issuer'),
  onlyFor('signInIssuer', 'signIn', 'issuer'),
  onlyFor('signInClient', 'signIn', 'issuer'),
  onlyFor('signInSecret', 'signIn', 'issuer'),
  onlyFor('roleClaim', 'signIn', 'issuer'),
  together('jwtAudience', 'jwtIssuer'),
  together('jwtIssuer', 'jwtAudience'),
  together('region', 'account'),
];

function isWithin(domain: string, whole: string): boolean {
  return domain === whole || domain.endsWith(`.${whole}`);
}
