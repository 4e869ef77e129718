package app.likeness.people;

import app.likeness.model.Decision.Same;
import app.likeness.model.PersonId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Who is one with whom: the connected components of persons under the merges that stand.
final class Merges {
  private record Merge(long act, int order, PersonId person, PersonId into) {
    PersonId other(PersonId end) {
      return end.equals(person) ? into : person;
    }
  }

  private final Map<PersonId, List<Merge>> merges = new HashMap<>();
  /// The classes of now, of those persons that are not alone.
  private final Map<PersonId, PersonClass> classes = new HashMap<>();
  private int count;

  void add(long act, Same same) {
    Merge merge = new Merge(act, count++, same.person(), same.into());
    merges.computeIfAbsent(same.person(), _ -> new ArrayList<>()).add(merge);
    merges.computeIfAbsent(same.into(), _ -> new ArrayList<>()).add(merge);
  }

  PersonClass of(PersonId person) {
    PersonClass found = classes.get(person);
    return found == null ? new PersonClass(person, Set.of(person)) : found;
  }

  /// The person's class if only the merges of these acts had been.
  PersonClass of(PersonId person, LongPredicate stands) {
    Set<PersonId> members = new LinkedHashSet<>();
    Deque<PersonId> open = new ArrayDeque<>(List.of(person));
    @Nullable Merge latest = null;
    while (!open.isEmpty()) {
      PersonId member = open.pop();
      if (!members.add(member)) {
        continue;
      }
      for (Merge merge : merges.getOrDefault(member, List.of())) {
        if (stands.test(merge.act)) {
          open.push(merge.other(member));
          latest = latest == null || merge.order > latest.order ? merge : latest;
        }
      }
    }
    return new PersonClass(latest == null ? person : latest.into, members);
  }

  Set<PersonId> merged() {
    return Set.copyOf(merges.keySet());
  }

  /// Reads the classes of these persons anew; they must make up whole classes, old and new.
  void renew(Set<PersonId> persons, LongPredicate stands) {
    persons.forEach(classes::remove);
    for (PersonId person : persons) {
      if (!classes.containsKey(person)) {
        PersonClass found = of(person, stands);
        if (found.members().size() > 1) {
          found.members().forEach(member -> classes.put(member, found));
        }
      }
    }
  }
}
