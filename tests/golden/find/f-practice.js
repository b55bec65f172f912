academyFind.take("4baf7a7ef794","f-practice",[["joint-work","Joint work",0,"%"],["shared-visits","Shared visits",0,"##$##$&#%$#%$#$"]]);
