import { PROFILES, type Profile } from '../../shared/rules/profile.ts';
import { variable } from './environment.ts';

/** How much each rule weighs in this deployment. */
export const deployedProfile = (): Profile => PROFILES[variable('PROFILE')];
