import type { SetMember } from '../consensus/consensus.ts';
import { distinct } from '../identity.ts';
import { NameList, Text } from './layout.tsx';
import type { Names } from './web.ts';

const MemberList = ({ members, names }: { members: readonly SetMember[]; names: Names }) => (
  <ul class="positions">
    {members.map((member) => (
      <li>
        <b>
          <Text>{member.text}</Text>
        </b>
        <span>
          <NameList names={member.outlets.map(names.outlet)} />
          {member.leftOutBy.length > 0 ? (
            <em>
              {' '}
              left out by <NameList names={member.leftOutBy.map(names.outlet)} />
            </em>
          ) : null}
        </span>
      </li>
    ))}
  </ul>
);

/** Who names whom, a row an outlet. */
function MemberMatrix({ members, names }: { members: readonly SetMember[]; names: Names }) {
  const outlets = distinct(members.flatMap((member) => [...member.outlets, ...member.leftOutBy]));
  return (
    <table class="matrix">
      <caption>Who is named by whom</caption>
      <thead>
        <tr>
          <td />
          {members.map((member) => (
            <th scope="col">
              <Text>{member.text}</Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outlets.map((outlet) => (
          <tr>
            <th scope="row">
              <Text>{names.outlet(outlet)}</Text>
            </th>
            {members.map((member) => (
              <td class={member.outlets.includes(outlet) ? 'named' : 'left-out'}>
                <span role="img" aria-label={member.outlets.includes(outlet) ? 'named' : 'left out'}>
                  {member.outlets.includes(outlet) ? '●' : '–'}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The widest head of a matrix that a phone has room for: names, and letters in all. */
const HEAD = { members: 5, letters: 32 } as const;

/** A list of several outlets member by member: a matrix where it fits and somebody is left out. */
export function Members({ members, names }: { members: readonly SetMember[]; names: Names }) {
  const letters = members.reduce((sum, member) => sum + member.text.length, 0);
  const fits = members.length <= HEAD.members && letters <= HEAD.letters;
  return fits && members.some((member) => member.leftOutBy.length > 0) ? (
    <MemberMatrix members={members} names={names} />
  ) : (
    <MemberList members={members} names={names} />
  );
}
