/** `npx cdk synth` and `npx cdk deploy`. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { bundle } from './bundle.ts';
import { readSettings } from './settings.ts';
import { GoujiStack } from './stack.ts';

const app = new App();
new GoujiStack(app, 'Gouji', readSettings(app.node), bundle);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
