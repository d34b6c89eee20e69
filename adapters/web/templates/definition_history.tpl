{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/definition">{{L_DEF_ROOM}}</a> <span>{{PAGE_TITLE}}</span></nav>
<div class="title"><h1>{{PAGE_TITLE}}</h1></div>
<ol class="timeline">{{#VERSION}}<li><p class="when"><time>{{AT}}</time> · {{BY}}{{#IN_FORCE}} <span class="tag good">{{L_DEF_IN_FORCE}}</span>{{/IN_FORCE}}</p><p><a href="/definition/history/{{HASH}}">{{NOTE}}<span class="visually-hidden"> {{AT}}</span></a> <code class="soft">{{HASH}}</code></p></li>
{{/VERSION}}</ol>
