import type { StoredPeople } from '../../usecases/ports/personal-data/stored-people';
import { opened } from './opened-record';
import { kvsPeopleRegister } from './people-register';
import { replacePeople } from './replace-people';
import { standingsIn } from './standings';
import { nextRecords } from './walk-records';

export function kvsStoredPeople(): StoredPeople {
  return {
    async page(from) {
      const { records, next } = await nextRecords(from);
      return {
        looked: records.length,
        next,
        records: records.flatMap((record) => {
          const found = opened(record);
          const people = found === null ? [] : standingsIn(found);
          const place = JSON.stringify([record.entity, record.key]);
          return people.length === 0 ? [] : [{ place, people }];
        }),
      };
    },
    replace(place, ids) {
      const [entity, key] = JSON.parse(place) as [string | null, string];
      return replacePeople({ entity, key }, ids);
    },
    register: kvsPeopleRegister(),
  };
}
