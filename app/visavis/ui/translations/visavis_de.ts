<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Visavis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache License 2.0. Built on PySide6 (LGPL), OpenCV, Keras and TensorFlow; the file NOTICE names all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import &amp;pictures of one person …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enroll from a video …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side p&amp;anel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder for saved pictures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mirror the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heads-up display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New person …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ll people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;pen their page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add pictures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mo&amp;ve to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not t&amp;hem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;orget …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for &amp;good …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or stop ca&amp;pturing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eport …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How sure to be …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Visavis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>There is nobody to compare with yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like nobody enrolled; most like {best} ({score} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like {best} ({score} %), and like {other} ({second} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like {best} ({score} %), but another face is more so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like {best} ({score} %), but like a face that you said is not them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too far away to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too dark to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too bright to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too blurred to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned too far away to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next most like {other} ({second} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody else to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>One import is going on; wait until it has ended, or stop it.</source>
        <extracomment>How many people a question names. there are more pictures than before</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures}: {names}
They are copied; the folder stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import 1 person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n people?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose picture is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose pictures are these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures}. Of each, the face nearest to the middle is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done with {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be shown, with the names of whoever is in it; or one person in it can be enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll someone …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is in {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are taken while one person is in view; you look through them before they are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or discard the pictures that were taken first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import pictures of one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enroll someone from a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: {pictures} imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} had been there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {pictures} no face was found; they are kept whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These cannot be read: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <extracomment>How often it is looked whether a notice has had its time, in milliseconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} ({times} times)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>Look at the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good. Move your head a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn a little to your left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn a little to your right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look down a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come a little closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move back a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn your chair toward another light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one face in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move into the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too dark: turn toward the light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too bright: turn away from the light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too dark on one side: turn toward the light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too far: turn back to your left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too far: turn back to your right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too far down: look up a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too far up: look down a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold your head upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, in any script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is in front of the camera?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are taken by themselves while &lt;b&gt;one person&lt;/b&gt; is in view. The ring around the face shows what is still missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look straight ahead first, then a little to each side, up and down; come closer, and go back. What you cannot do, you can leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can finish at any time. You look through the pictures before any of them is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a picture to leave it out. Nothing is saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like {name}, who is enrolled already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are recognized from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More would help: {cells}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask them first. Their pictures stay on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {pictures}; new ones are added.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {cells}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is covered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message>
        <source>Choose a person first.</source>
        <extracomment>the people are others now someone was forgotten: models may have changed of whom</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was in the trash for a week, or chosen there, is deleted for good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>Accuracy by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.0f} % of the held-back pictures right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Taken back: {what}</source>
        <extracomment>How many changes can be taken back, one after the other. the people are others now receipts what a button says that takes the last change back; empty where there is none entries left the trash for good: a sentence for each model that this changed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %n are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is called {to} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is part of {to} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n people are part of {to} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture moved from {name} to {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n pictures moved from {name} to {to}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture counts as not {name} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n pictures count as not {name} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n people are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture of {name} is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n pictures of {name} are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo renaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo merging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo “Not them”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and %n more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaceCard</name>
    <message>
        <source>Who is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, in any script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It &amp;is them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;obody I know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No &amp;face</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Guiding</name>
    <message>
        <source>{taken} of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hud</name>
    <message>
        <source>Heads-up display</source>
        <extracomment>Numbers that change faster cannot be read.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames not analyzed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitationCard</name>
    <message>
        <source>What to do next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>People</source>
        <extracomment>back to the live picture someone&apos;s page is wanted a page is about to be shown another page is shown, or something else is chosen</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest pictures first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. Capture someone, and they appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is deleted can be put back for a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose pictures: Ctrl and Shift choose several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pictures chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what to put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose people: Ctrl and Shift choose several, Enter opens one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>{first} or {second}?</source>
        <extracomment>On any picture, light or dark: a bright line on a dark one. Device-independent pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other model: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Best candidate right</source>
        <extracomment>Differences smaller than this are noise of the rounding, in points of a hundred. So many people are named whose figures changed most. The figures that are compared: key in a card&apos;s metrics, what it is called, and whether more is better.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <extracomment>beside the one in use, in the live picture; &quot;&quot; ends it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the model in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the model that was in use before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this model; one that is in use stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its answers beside the ones in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eport …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its training measured, with its mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognize with this model from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End &amp;comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no models yet. Train one, and it is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the model in use, each measured on its own pictures:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As good as the one in use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>{title} page</source>
        <extracomment>the title of the page that is shown now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Rename {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is on this picture?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is on %n pictures?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name that is not there yet makes someone new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is {name} really?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}: all pictures go to the person below, and the other entries are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} will be deleted for good, in the trash and in models too. Models that cannot unlearn them are retired: the others are learned anew then. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all %n for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People among them are forgotten by models too. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>People</source>
        <extracomment>their page is wanted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All people: a page for each, merging, the trash (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open their page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.

Capture someone, and they appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>What would help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlainWords</name>
    <message>
        <source>Everything stays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the people you enroll, and what is learned from them, are kept in the folder below, readable to you alone. Nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask people first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face is personal. Enroll only those who agree, and forget them when they ask: their pictures are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It errs, and not equally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some faces are confused, missed or mistaken for another, and for some people this happens more often than for others: it depends on skin, age, glasses, light, and on whom it has learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo of someone passes for them. Do not guard anything with it, and do not decide about people by it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Portfolio</name>
    <message>
        <source>Someone else?</source>
        <extracomment>Below this many pictures names are noticeably less sure. Measured on LFW, 40 people: the share answered right at an FPIR of 1 % is 0.88 with one picture, 0.98 with three, 0.99 with five and more. Fewer sessions than this cannot be split into what is learned and what is held out. Below this recall somebody is missed often enough to be noticed. it resembles the others so little that it may show someone else no face was found in it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture may show someone else: look at it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture more would help: five are noticeably surer than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures are of one day. Another day, in other light, would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missed} of {all} held-out pictures were not recognized: pictures like those are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in use has not learned them: train again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Recognition</source>
        <extracomment>in English; shown translated the label is a name, which is the same in every language of `Settings` or `CameraSettings` none: it is a switch</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strict names fewer strangers, and misses more of your people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relaxed: to 1 stranger in 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced: to 1 in 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strict: to 1 in 1,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough finds more, and takes longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cascade alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs a graphics card; with many faces one is faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training makes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From scratch is for comparison: it needs many pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gallery of embeddings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network from scratch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes when the program is opened anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognize while minimized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise the computer rests while nobody sees the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the camera likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <extracomment>Of each camera. The key &quot;resolution&quot; stands for width and height together.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera gives the nearest that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a camera that hangs upside down or on its side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter counterclockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it as a mirror does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>{pictures} of {name} would be lost.</source>
        <extracomment>Seconds that closing waits for threads, all of them together. Milliseconds that it waits for the disk before: what was captured is not lost to a slow one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the names on it: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>1 picture deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture deleted from the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cached embedding deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture deleted that was said not to be them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line of the logs removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>{name} is forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people are forgotten</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The copy that Visavis keeps does not say who it was. Save this one if you need their name on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipt.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Remark</name>
    <message>
        <source>Why nobody is recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too dark to find faces in it.</source>
        <extracomment>how many can be named</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is too far away to tell whose it is. Come closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is too dark to tell whose it is. Turn on a light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is too bright to tell whose it is. Turn away from the light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is too blurred to tell whose it is. Hold still, or clean the lens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is turned away too far to tell whose it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report: {model}</source>
        <extracomment>Width of a cell of the matrix, in device-independent pixels. So many mistakes are shown; more would be looked at by nobody. A matrix of more people than this shows only those whom mistakes concern.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People, weakest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was taken for whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who for whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {of} pictures of enrolled people were not given their name ({low} to {high}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {of} searches for strangers were given a name ({low} to {high}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery: {people}. The least score that gets a name is {score}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the model that was in use:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that may show someone else:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named rightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{truth}, answered {answer}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stranger, taken for {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{truth}, missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{truth}, taken for {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Review</source>
        <extracomment>People who are offered by a number. a `Question`, and who it is</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face that is asked about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else: name, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody I know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 face to ask about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n faces to ask about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N   Not {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>Pictures taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>{count} · not learned yet</source>
        <extracomment>Side of a portrait, in pixels: enough for 44 device-independent ones at 300 %. share of the pictures that got their name, 0..1 how many were held out a picture that stands for them until a better one is known whether the model in use can name them how well they were recognized when the model in use was made</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not learned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture someone first: there is nobody to learn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.</source>
        <extracomment>&quot;capture&quot; or &quot;train&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person is not learned yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people}, {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>How scores lie</source>
        <extracomment>Scores that are written at the axis. where the line is now, in log-odds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is at {score:.0f} %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Back to the default</source>
        <extracomment>the new value</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default: {setting}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>Folder for pictures</source>
        <extracomment>None where there was no face to mark</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceChooser</name>
    <message>
        <source>Videos and pictures</source>
        <extracomment>How often it is looked which cameras there are while the menu is open, in milliseconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>a source, as `open_source` takes it those last seen</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the picture comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a network camera or a stream, with user name and password where they are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>Folder: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames shown each second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time from taking a picture to having its names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the network runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in use, and whom it knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate:.0f} frames/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels {age:.0f} ms old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Pictures taken</source>
        <extracomment>the number of the picture, from 0</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {number}, left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {number}, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space leaves a picture out, or takes it in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>{name} has one more picture.</source>
        <extracomment>people or rejections have changed what was kept, in a sentence the questions that wait now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face like this is not called {name} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face like this is given no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThresholdDialog</name>
    <message>
        <source>How sure to be</source>
        <extracomment>Steps of the slider for one unit of log-odds. strictness, and by how much stricter than that the line lies, in log-odds; while moving the same, when it is let go</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least score that gets a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Relaxed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Strict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on your own pictures, each searched without itself, and as a stranger in the gallery without its person. In video the line is a little stricter for a first look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of your own people&apos;s pictures would be missed ({low} to {high}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many strangers would be named is not known: that takes at least two people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of {of} strangers would be named: at most 1 in {few}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 1 in {few} strangers would be named ({low} to {high}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed, who was taken for whom, and mistakes as pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach the program who is who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in use has not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new model is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture goes on; you can leave this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss {loss:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.0f} % right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people}. Training looks at all of them, sets the line between known and unknown, and measures how far names can be trusted. The picture goes on meanwhile; if it fails, the model in use stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>Looking at the pictures</source>
        <extracomment>What the training&apos;s process is heard to do, beside what is said here.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying strangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training once more, on the other split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best candidate right</source>
        <extracomment>of `total`, within the stage 0: not known epochs, at most the published model&apos;s ID the key of how many there were</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures held back, none of their session learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… split at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions on both sides: kinder than another day is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNIR: searches for enrolled people that were not given their name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FPIR: searches for strangers that were given a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>Nobody knows whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole, {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Picture</source>
        <extracomment>Device-independent pixels. a frame, the analysis painted over it or None, and milliseconds it took a click on a face, or its number from the left: the `Answer` of an analysis</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face in view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Loading the model …</source>
        <extracomment>the source that was shown ends, or another one takes its place a source that was chosen here delivers pictures: one to begin with next time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognizing failed again and again: faces are boxed, but not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a mistake in the program; its log, in the data folder, says more. Opening it anew may help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Before you begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Visavis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Paused</source>
        <extracomment>paths of files and folders whether it is now the user came back: what is on disk may have changed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the end.</source>
        <extracomment>asked before it closes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop pictures, folders of people, or a video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
