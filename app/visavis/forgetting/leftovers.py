"""What killed programs and earlier versions left: it may show anybody, and is deleted."""

from visavis.models.folder import STAGING
from visavis.people.folder import PeopleFolder
from visavis.people.trash import Trash
from visavis.recognition import embedding_cache
from visavis.storage import deletion, disk, tempdirs
from visavis.storage.attempts import Attempts
from visavis.storage.paths import DataFolders


def sweep(folders: DataFolders, attempts: Attempts) -> None:
    """Delete temporary files and folders that no running program uses, and the embeddings of earlier versions.

    These lay in the cache, where nobody would look for them who deletes the data folder.

    Parameters
    ----------
    attempts : Attempts
        Gets what cannot be deleted; the rest goes on.
    """
    with attempts.step():
        embedding_cache.delete_all(folders.previous_embeddings)
    flat = (folders.data, folders.strangers, folders.receipts, folders.logs, folders.people, folders.recordings)
    for folder in flat:
        with attempts.step():
            disk.remove_temporary_files(folder)
    for folder in (folders.trash, folders.models, folders.embeddings):
        with attempts.step():
            disk.remove_temporary_files(folder)
            for path in filter(deletion.is_folder, deletion.list_entries(folder)):
                with attempts.step():
                    disk.remove_temporary_files(path)
    PeopleFolder(folders.people).sweep(attempts)
    Trash(folders.trash, folders.people).sweep(attempts)
    for home, prefix in ((folders.models, STAGING), (folders.insight, "")):
        with attempts.step():
            if any(path.is_dir() and path.name.startswith(prefix) for path in deletion.list_entries(home)):
                tempdirs.sweep(home, prefix)
