"""A guest gets a name: they become a person, or turn out to be one."""

from visavis.errors import StoreError
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.samples import NewPicture
from visavis.people.store import PeopleStore
from visavis.sightings.guest_store import Guest, GuestStore
from visavis.storage.paths import DataFolders


def name_guest(folders: DataFolders, guest: Guest, name: PersonName) -> tuple[Person, int]:
    """Enroll a guest under a name, new or somebody's, with the pictures of their visits, which are theirs from now on.

    If it is killed midway, the person is there and the guest, too; naming them again completes it.

    Returns
    -------
    person : Person
    pictures : int
        The number of pictures.

    Raises
    ------
    StoreError
        If no pictures of the guest were kept, and nobody has that name.
    """
    people, guests = PeopleStore(folders.people), GuestStore(folders.sightings)
    pictures = [NewPicture(content, taken) for content, taken in guests.pictures(guest)]
    if pictures:
        person = people.enroll(name, pictures)
    elif known := next((each for each in people.people() if each.name.key == name.key), None):
        person = known
    else:
        raise StoreError(
            "There is no picture of {guest}, so they cannot be enrolled.",
            hint="Allow pictures of visits in the settings (sightings_pictures), or capture them.",
            guest=guest.name,
        )
    guests.assign(guest, person.slug, person.name, person.id)
    return person, len(pictures)
