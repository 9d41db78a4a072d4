/** `npx cdk synth` and `npx cdk deploy`, with the settings of docs/deploy.md. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { readOrExit } from './settings/read.ts';
import { goujiStack } from './stack.ts';

const app = new App();
goujiStack(app, readOrExit(app.node));
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
