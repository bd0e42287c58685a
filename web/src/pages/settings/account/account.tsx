import styles from '../settings-page.module.css';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

/** One's own account: name, language, theme, ways to sign in, and where one is signed in. */
export function Account() {
  return (
    <div className={styles.parts}>
      <Profile />
      <Password />
      <SecondFactor />
      <Passkeys />
      <Sessions />
    </div>
  );
}
