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
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { OPEN_ROUTES, PERSONAL_ROUTES } from '../wiring.ts';

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

/** The HTTP API in front of the query function. Whoever calls shows an AWS signature or a JWT. */
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
        : new HttpJwtAuthorizer('Jwt', jwtIssuer, { jwtAudience });
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
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.api.addStage('Stage', { autoDeploy: true, throttle: THROTTLE });
    (stage.node.defaultChild as CfnStage).accessLogSettings = {
      destinationArn: logs.logGroupArn,
      format: JSON.stringify(ACCESS_LOG),
    };
  }

  /** Leads all requests to the function; those of {@link OPEN_ROUTES} need no signature, nor does reading if so set. */
  serve(lambda: IFunction): void {
    const integration = new HttpLambdaIntegration('Query', lambda);
    this.api.addRoutes({ path: '/{proxy+}', integration });
    if (this.#settings.openReading) {
      const reason = 'The operator has switched on open reading by name.';
      for (const path of ['/', '/{proxy+}']) this.#open(HttpMethod.GET, path, integration, reason);
      for (const path of PERSONAL_ROUTES) this.api.addRoutes({ path, methods: [HttpMethod.GET], integration });
    } else {
      this.api.addRoutes({ path: '/', methods: [HttpMethod.GET], integration });
    }
    if (this.#settings.corsOrigins.length > 0) {
      // A browser asks without a signature whether it may call, and the route for all methods would take that question.
      this.#open(HttpMethod.OPTIONS, '/{proxy+}', integration, 'Answers which pages may call, and nothing else.');
    }
    for (const { method, path, reason } of OPEN_ROUTES) this.#open(HttpMethod[method], path, integration, reason);
  }

  /** A route without a signature. */
  #open(method: HttpMethod, path: string, integration: HttpLambdaIntegration, reason: string): void {
    const authorizer = new HttpNoneAuthorizer();
    for (const route of this.api.addRoutes({ path, methods: [method], integration, authorizer })) {
      Validations.of(route).acknowledge({ id: 'AwsSolutions::AwsSolutions-APIG4', reason });
    }
  }
}
