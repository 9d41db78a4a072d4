/** The files of other programs: apart, so that two workers share the corpus. */
import { walk } from './walk.ts';

walk(['files']);
