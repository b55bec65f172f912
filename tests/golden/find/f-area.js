academyFind.take("8e8486a879c4","f-area",[["vale","The Vale",0,"##$##$###################"],["ashby","Ashby",1,"#%##$#####$####%#%#"],["brookvale","Brookvale",1,"$+'&&%"]]);
