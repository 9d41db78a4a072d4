import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { SIGNED_PREFIX } from '../../functions/query/gateway.ts';
import type { Settings } from '../settings/schema.ts';

/** Requests a second over all callers, and how many may come at once. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  length: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  address: '$context.identity.sourceIp',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
};

/** The HTTP API in front of the query function. Programs show an AWS signature or a JWT; people are asked by the app. */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly #settings: Settings;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.#settings = settings;
    const { jwtIssuer, jwtAudience, corsOrigins } = settings;
    const defaultAuthorizer: IHttpRouteAuthorizer =
      jwtIssuer === undefined || jwtAudience === undefined
        ? new HttpIamAuthorizer()
        : new HttpJwtAuthorizer('Jwt', jwtIssuer, { jwtAudience: jwtAudience.split(',') });
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      defaultAuthorizer,
      ...(corsOrigins.length > 0 && {
        corsPreflight: {
          allowOrigins: corsOrigins,
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.PUT, CorsHttpMethod.POST, CorsHttpMethod.DELETE],
          allowHeaders: ['authorization', 'content-type', 'if-none-match', 'x-amz-date', 'x-amz-security-token'],
          exposeHeaders: ['etag', 'location', 'x-request-id'],
        },
      }),
    });
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: settings.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.api.addStage('Stage', { autoDeploy: true, throttle: THROTTLE });
    (stage.node.defaultChild as CfnStage).accessLogSettings = {
      destinationArn: logs.logGroupArn,
      format: JSON.stringify(ACCESS_LOG),
    };
  }

  /** Leads all requests to the function: those under {@link SIGNED_PREFIX} with a signature, the others as they come. */
  serve(lambda: IFunction): void {
    const integration = new HttpLambdaIntegration('Query', lambda);
    this.api.addRoutes({ path: `${SIGNED_PREFIX}/{proxy+}`, integration });
    const reason = 'The app asks for a session, a token or the key of a mail; see docs/security.md.';
    for (const path of ['/', '/{proxy+}']) this.#open(HttpMethod.ANY, path, integration, reason);
    if (this.#settings.corsOrigins.length > 0) {
      // A browser asks without a signature whether it may call, and the route for all methods would take that question.
      const answers = 'Answers which pages may call, and nothing else.';
      this.#open(HttpMethod.OPTIONS, `${SIGNED_PREFIX}/{proxy+}`, integration, answers);
    }
  }

  /** A route without a signature. */
  #open(method: HttpMethod, path: string, integration: HttpLambdaIntegration, reason: string): void {
    const authorizer = new HttpNoneAuthorizer();
    for (const route of this.api.addRoutes({ path, methods: [method], integration, authorizer })) {
      Validations.of(route).acknowledge({ id: 'AwsSolutions::AwsSolutions-APIG4', reason });
    }
  }
}
