<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementsController</name>
    <message numerus="yes">
        <source>%n people were forgotten because their agreements had ended.</source>
        <translation>
            <numerusform>%n person was forgotten because their agreement had ended.</numerusform>
            <numerusform>%n people were forgotten because their agreements had ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AsidePictures</name>
    <message numerus="yes">
        <source>%n pictures are set aside. They do not count until you choose “Use anyway”.</source>
        <translation>
            <numerusform>%n picture is set aside. It does not count until you choose “Use anyway”.</numerusform>
            <numerusform>%n pictures are set aside. They do not count until you choose “Use anyway”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are here now.</source>
        <translation>
            <numerusform>%n person is here now.</numerusform>
            <numerusform>%n people are here now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message numerus="yes">
        <source>%n pictures are unlike the others and are left out. Click one to include it.</source>
        <translation>
            <numerusform>%n picture is unlike the others and is left out. Click it to include it.</numerusform>
            <numerusform>%n pictures are unlike the others and are left out. Click one to include it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of somebody else were refused.</source>
        <translation>
            <numerusform>%n picture of somebody else was refused.</numerusform>
            <numerusform>%n pictures of somebody else were refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message numerus="yes">
        <source>Unpacking {count} packages</source>
        <translation>
            <numerusform>Unpacking {count} package</numerusform>
            <numerusform>Unpacking {count} packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted.</source>
        <translation>
            <numerusform>{count} picture deleted.</numerusform>
            <numerusform>{count} pictures deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted from the trash.</source>
        <translation>
            <numerusform>{count} picture deleted from the trash.</numerusform>
            <numerusform>{count} pictures deleted from the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} cached embeddings deleted.</source>
        <translation>
            <numerusform>{count} cached embedding deleted.</numerusform>
            <numerusform>{count} cached embeddings deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted that were marked as not showing them.</source>
        <translation>
            <numerusform>{count} picture deleted that was marked as not showing them.</numerusform>
            <numerusform>{count} pictures deleted that were marked as not showing them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} visits deleted.</source>
        <translation>
            <numerusform>{count} visit deleted.</numerusform>
            <numerusform>{count} visits deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings of live sessions deleted that show them.</source>
        <translation>
            <numerusform>{count} recording of a live session deleted that shows them.</numerusform>
            <numerusform>{count} recordings of live sessions deleted that show them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings have faces without a name, and are kept: look whether they show them.</source>
        <translation>
            <numerusform>{count} recording has faces without a name, and is kept: look whether it shows them.</numerusform>
            <numerusform>{count} recordings have faces without a name, and are kept: look whether they show them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of the logs removed.</source>
        <translation>
            <numerusform>{count} line of the logs removed.</numerusform>
            <numerusform>{count} lines of the logs removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder} is ignored: its {count} pictures lie in folders inside it. If these are people, import {folder} itself.</source>
        <translation>
            <numerusform>{folder} is ignored: its {count} picture lies in a folder inside it. If that is a person&apos;s, import {folder} itself.</numerusform>
            <numerusform>{folder} is ignored: its {count} pictures lie in folders inside it. If these are people, import {folder} itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder} is ignored, with {count} pictures: the pictures of a person must lie directly in the person&apos;s folder.</source>
        <translation>
            <numerusform>{folder} is ignored, with {count} picture: the pictures of a person must lie directly in the person&apos;s folder.</numerusform>
            <numerusform>{folder} is ignored, with {count} pictures: the pictures of a person must lie directly in the person&apos;s folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} faces have no name</source>
        <translation>
            <numerusform>{count} face has no name</numerusform>
            <numerusform>{count} faces have no name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} is a folder: its {count} pictures count only directly in the person&apos;s folder.</source>
        <translation>
            <numerusform>{path} is a folder: its {count} picture counts only directly in the person&apos;s folder.</numerusform>
            <numerusform>{path} is a folder: its {count} pictures count only directly in the person&apos;s folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings of live sessions cannot be encrypted.</source>
        <translation>
            <numerusform>{count} recording of a live session cannot be encrypted.</numerusform>
            <numerusform>{count} recordings of live sessions cannot be encrypted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were left out of the independent test, because nearly the same ones were trained on.</source>
        <translation>
            <numerusform>{count} picture was left out of the independent test, because nearly the same one was trained on.</numerusform>
            <numerusform>{count} pictures were left out of the independent test, because nearly the same ones were trained on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} faces that you said are nobody enrolled</source>
        <translation>
            <numerusform>{count} face that you said is nobody enrolled</numerusform>
            <numerusform>{count} faces that you said are nobody enrolled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No face was found in {count} pictures, and there are no others to learn.</source>
        <translation>
            <numerusform>No face was found in {count} picture, and there are no others to learn.</numerusform>
            <numerusform>No face was found in {count} pictures, and there are no others to learn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} people were captured in fewer than three sessions: their figures are optimistic.</source>
        <translation>
            <numerusform>{count} person was captured in fewer than three sessions: their figures are optimistic.</numerusform>
            <numerusform>{count} people were captured in fewer than three sessions: their figures are optimistic.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were left out of the test, because nearly the same ones were trained on.</source>
        <translation>
            <numerusform>{count} picture was left out of the test, because nearly the same one was trained on.</numerusform>
            <numerusform>{count} pictures were left out of the test, because nearly the same ones were trained on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message numerus="yes">
        <source>{day}: %n visits</source>
        <translation>
            <numerusform>{day}: %n visit</numerusform>
            <numerusform>{day}: %n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n visits</source>
        <translation>
            <numerusform>{name}: %n visit</numerusform>
            <numerusform>{name}: %n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message numerus="yes">
        <source>Looked at %n times in {seconds}.</source>
        <translation>
            <numerusform>Looked at %n time in {seconds}.</numerusform>
            <numerusform>Looked at %n times in {seconds}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By themselves, the newest %n said: {name}.</source>
        <translation>
            <numerusform>By itself, the newest said: {name}.</numerusform>
            <numerusform>By themselves, the newest %n said: {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n, by themselves: {shares}.</source>
        <translation>
            <numerusform>The newest, by itself: {shares}.</numerusform>
            <numerusform>Of the newest %n, by themselves: {shares}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportsController</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderTrainingDialog</name>
    <message numerus="yes">
        <source>%n classes, {pictures}: {list}</source>
        <translation>
            <numerusform>%n class, {pictures}: {list}</numerusform>
            <numerusform>%n classes, {pictures}: {list}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other files are passed over.</source>
        <translation>
            <numerusform>%n other file is passed over.</numerusform>
            <numerusform>%n other files are passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message numerus="yes">
        <source>%n visits were deleted.</source>
        <translation>
            <numerusform>%n visit was deleted.</numerusform>
            <numerusform>%n visits were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialogs</name>
    <message numerus="yes">
        <source>Delete these %n visits?</source>
        <translation>
            <numerusform>Delete this %n visit?</numerusform>
            <numerusform>Delete these %n visits?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n visits?</source>
        <translation>
            <numerusform>Delete the %n visit?</numerusform>
            <numerusform>Delete all %n visits?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n visits selected</source>
        <translation>
            <numerusform>%n visit selected</numerusform>
            <numerusform>%n visits selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsController</name>
    <message numerus="yes">
        <source>Import %n people?</source>
        <translation>
            <numerusform>Import %n person?</numerusform>
            <numerusform>Import %n people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n pictures again?</source>
        <translation>
            <numerusform>Import %n picture again?</numerusform>
            <numerusform>Import %n pictures again?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%n pictures selected</source>
        <translation>
            <numerusform>%n picture chosen</numerusform>
            <numerusform>%n pictures chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people selected</source>
        <translation>
            <numerusform>%n person chosen</numerusform>
            <numerusform>%n people chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message numerus="yes">
        <source>%n people are not learned yet.</source>
        <translation>
            <numerusform>%n person is not learned yet.</numerusform>
            <numerusform>%n people are not learned yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleController</name>
    <message numerus="yes">
        <source>All %n are back.</source>
        <translation>
            <numerusform>It is back.</numerusform>
            <numerusform>All %n are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were merged into {to}.</source>
        <translation>
            <numerusform>%n person was merged into {to}.</numerusform>
            <numerusform>%n people were merged into {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures no longer count as {name}.</source>
        <translation>
            <numerusform>%n picture no longer counts as {name}.</numerusform>
            <numerusform>%n pictures no longer count as {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures now count as {name}.</source>
        <translation>
            <numerusform>1 picture now counts as {name}.</numerusform>
            <numerusform>%n pictures now count as {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {name} were set aside.</source>
        <translation>
            <numerusform>1 picture of {name} was set aside.</numerusform>
            <numerusform>%n pictures of {name} were set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were deleted.</source>
        <translation>
            <numerusform>%n person was deleted.</numerusform>
            <numerusform>%n people were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {name} were deleted.</source>
        <translation>
            <numerusform>%n picture of {name} was deleted.</numerusform>
            <numerusform>%n pictures of {name} were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures moved from {name} to {to}.</source>
        <translation>
            <numerusform>%n picture moved from {name} to {to}.</numerusform>
            <numerusform>%n pictures moved from {name} to {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleDialogs</name>
    <message numerus="yes">
        <source>Who is in these %n pictures?</source>
        <translation>
            <numerusform>Who is in this %n picture?</numerusform>
            <numerusform>Who is in these %n pictures?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n people into one?</source>
        <translation>
            <numerusform>Merge %n person into one?</numerusform>
            <numerusform>Merge %n people into one?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %n people?</source>
        <translation>
            <numerusform>Forget %n person?</numerusform>
            <numerusform>Forget %n people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n for good?</source>
        <translation>
            <numerusform>Delete it for good?</numerusform>
            <numerusform>Delete all %n for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDetails</name>
    <message numerus="yes">
        <source>%n pictures are unlike the others, and like each other: two people?</source>
        <translation>
            <numerusform>%n picture is unlike the others: two people?</numerusform>
            <numerusform>%n pictures are unlike the others, and like each other: two people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures may show another person. Check them first.</source>
        <translation>
            <numerusform>%n picture may show another person. Check it first.</numerusform>
            <numerusform>%n pictures may show another person. Check them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more pictures would help. Recognition is noticeably more reliable with five.</source>
        <translation>
            <numerusform>%n more picture would help. Recognition is noticeably more reliable with five.</numerusform>
            <numerusform>%n more pictures would help. Recognition is noticeably more reliable with five.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message numerus="yes">
        <source>{percent} % of %n held-out pictures recognized</source>
        <translation>
            <numerusform>{percent} % of %n held-out picture recognized</numerusform>
            <numerusform>{percent} % of %n held-out pictures recognized</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message numerus="yes">
        <source>%n people are forgotten</source>
        <translation>
            <numerusform>%n person is forgotten</numerusform>
            <numerusform>%n people are forgotten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n guests came several times.</source>
        <translation>
            <numerusform>%n guest came several times.</numerusform>
            <numerusform>%n guests came several times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faces to ask about</source>
        <translation>
            <numerusform>%n face to ask about</numerusform>
            <numerusform>%n faces to ask about</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceDisplay</name>
    <message numerus="yes">
        <source>%n files are not pictures or are damaged: {names}.</source>
        <translation>
            <numerusform>%n file is not a picture or is damaged: {names}.</numerusform>
            <numerusform>%n files are not pictures or are damaged: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>What is this? · %n classes</source>
        <translation>
            <numerusform>What is this? · %n class</numerusform>
            <numerusform>What is this? · %n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message numerus="yes">
        <source>Learning %n classes</source>
        <translation>
            <numerusform>Learning %n class</numerusform>
            <numerusform>Learning %n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can tell %n classes apart</source>
        <translation>
            <numerusform>It can tell %n class apart</numerusform>
            <numerusform>It can tell %n classes apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
</TS>
