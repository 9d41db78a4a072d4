import { Aws, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../settings/schema.ts';

/** What the query function has to know of the issuer. */
export interface Issuer {
  url: string;
  client: string;
  secret: string;
  roleClaim: string;
}

/** `null` where sign-in is off. */
export function issuerOf(scope: Construct, settings: Settings, baseUrl: string): Issuer | null {
  const { signIn, signInIssuer, signInClient, signInSecret = '', roleClaim = '' } = settings;
  if (signIn === 'none') return null;
  if (signIn === 'cognito') return new SignIn(scope, 'SignIn', settings, baseUrl).issuer;
  // The relations of the settings ask for both.
  return { url: signInIssuer as string, client: signInClient as string, secret: signInSecret, roleClaim };
}

/** A user pool with AWS's own pages for signing in. Users and their groups are made by the operator. */
class SignIn extends Construct {
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, { stage }: Settings, baseUrl: string) {
    super(scope, id);
    const pool = new UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        ...{ requireDigits: true, requireLowercase: true, requireUppercase: true, requireSymbols: true },
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool);
    // A domain is taken once a region; the account's number makes it ours.
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `gouji-${stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = pool.addClient('Pages', {
      // Code with PKCE; a client that a browser's redirects can see keeps no secret.
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${baseUrl}/sign-in/callback`],
        logoutUrls: [`${baseUrl}/`],
      },
      preventUserExistenceErrors: true,
    });
    this.#style(pool, client);
    const { region, urlSuffix } = Stack.of(this);
    this.issuer = {
      url: `https://cognito-idp.${region}.${urlSuffix}/${pool.userPoolId}`,
      client: client.userPoolClientId,
      ...{ secret: '', roleClaim: 'cognito:groups' },
    };
  }

  /** Managed login shows nothing for a client without a style. */
  #style(pool: UserPool, client: UserPoolClient): void {
    new CfnManagedLoginBranding(this, 'Style', {
      ...{ userPoolId: pool.userPoolId, clientId: client.userPoolClientId, useCognitoProvidedValues: true },
    });
  }
}

function acknowledge(pool: UserPool): void {
  const plus = 'Threat protection needs the Plus plan, which an operator may choose; users are few and made by hand.';
  for (const [id, reason] of [
    ['AwsSolutions::AwsSolutions-COG2', 'Each user may switch it on; an office without phones at work signs in too.'],
    ['AwsSolutions::AwsSolutions-COG3', plus],
    ['AwsSolutions::AwsSolutions-COG8', plus],
  ] as const) {
    Validations.of(pool).acknowledge({ id, reason });
  }
}
