/** What Node 20 lacks of the language that the code is written in; Node 22 and later have all of it. */
import 'core-js/actual/map/group-by.js';
import 'core-js/actual/object/group-by.js';
import 'core-js/actual/promise/with-resolvers.js';
import 'core-js/actual/array/from-async.js';
import 'core-js/actual/set/index.js';
import 'core-js/actual/iterator/index.js';
