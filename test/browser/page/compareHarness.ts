/** The host's part of the comparison's page. */
import { compareMessages } from './compareFixture';
import { playHost } from './playHost';

playHost(compareMessages);
